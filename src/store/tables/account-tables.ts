import type { Generated } from 'kysely';
import type { Role } from '../../policy/words/role.ts';

/** People who sign in, and the encrypted files. */
export interface AccountTables {
  accounts: AccountRow;
  accountRoles: AccountRoleRow;
  invitations: InvitationRow;
  sessions: SessionRow;
  totpSecrets: TotpSecretRow;
  recoveryCodes: RecoveryCodeRow;
  signInThrottles: SignInThrottleRow;
  externalIdentities: ExternalIdentityRow;
  openidAttempts: OpenidAttemptRow;
  files: FileRow;
}

export interface AccountRow {
  id: string;
  email: string;
  displayName: string;
  passwordHash: string | null;
  state: 'invited' | 'active' | 'closed';
  language: Generated<string>;
  createdAt: string;
  lastSignInAt: string | null;
  closedAt: string | null;
  /** Since the restore it came back with, until somebody lets it in; null for all others. */
  heldSince: string | null;
}

export interface AccountRoleRow {
  accountId: string;
  role: Role;
  grantedAt: string;
  grantedBy: string | null;
}

export interface InvitationRow {
  id: string;
  kind: 'set-up' | 'invitation' | 'password-reset';
  tokenHash: string;
  email: string | null;
  displayName: string | null;
  rolesJson: string;
  accountId: string | null;
  createdAt: string;
  createdBy: string | null;
  expiresAt: string;
  usedAt: string | null;
  revokedAt: string | null;
}

export interface SessionRow {
  id: string;
  tokenHash: string;
  accountId: string;
  method: 'password' | 'openid' | 'link';
  deviceLabel: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  revokedAt: string | null;
}

export interface TotpSecretRow {
  accountId: string;
  sealedSecret: Uint8Array;
  createdAt: string;
  confirmedAt: string | null;
  lastUsedStep: Generated<number>;
}

export interface RecoveryCodeRow {
  id: string;
  accountId: string;
  codeHash: string;
  createdAt: string;
  usedAt: string | null;
}

export interface SignInThrottleRow {
  keyHash: string;
  failures: number;
  firstFailureAt: string;
  lockedUntil: string | null;
}

export interface ExternalIdentityRow {
  id: string;
  accountId: string;
  issuer: string;
  subject: string;
  linkedAt: string;
}

export interface OpenidAttemptRow {
  stateHash: string;
  provider: string;
  sealedChecks: Uint8Array;
  createdAt: string;
  expiresAt: string;
}

export interface FileRow {
  id: string;
  kind: string;
  bytes: number;
  sha256: string;
  mediaType: string;
  keyId: string;
  createdAt: string;
  eraseAfter: string | null;
  erasedAt: string | null;
}
