/**
 * Every column that holds values sealed with the school's key, under the word that begins their seal's context. The one
 * list: what counts the keys in use and what seals anew go by it, so add a line for each new column.
 */
export const sealedColumns = {
  totp: { table: 'totpSecrets', id: 'accountId', column: 'sealedSecret' },
  openid: { table: 'openidAttempts', id: 'stateHash', column: 'sealedChecks' },
  'contact-warning': { table: 'contactWarnings', id: 'id', column: 'sealedNote' },
  restriction: { table: 'restrictions', id: 'id', column: 'sealedReason' },
  disclosure: { table: 'disclosures', id: 'id', column: 'sealedNote' },
  template: { table: 'faceTemplates', id: 'id', column: 'sealedVector' },
  quarantine: { table: 'quarantines', id: 'id', column: 'sealedNote' },
  webhook: { table: 'webhooks', id: 'id', column: 'sealedSecret' },
} as const;

export type SealedKind = keyof typeof sealedColumns;

/** What a value's seal says it is and whose: a value moved to another row or column does not open. */
export function sealContext(kind: SealedKind, id: string): string {
  return `${kind}/${id}`;
}
