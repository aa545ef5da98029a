import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

/** The school, its policy and its channels. */
export interface SchoolTables {
  school: SchoolRow;
  policyVersions: PolicyVersionRow;
  dpiaSignOffs: DpiaSignOffRow;
  schoolDevices: SchoolDeviceRow;
  channels: ChannelRow;
  channelStaff: ChannelStaffRow;
  channelReviews: ChannelReviewRow;
}

export interface SchoolRow {
  id: number;
  name: string;
  urn: string | null;
  address: string | null;
  websiteUrl: string | null;
  policyUrl: string | null;
  dataProtectionContact: string | null;
  safeguardingContact: string | null;
  complaintsContact: string | null;
  language: Generated<string>;
  createdAt: string;
  updatedAt: string;
}

export interface PolicyVersionRow {
  id: string;
  number: number;
  policyJson: string;
  handlingJson: string;
  reason: string;
  createdAt: string;
  createdBy: string | null;
}

export interface DpiaSignOffRow {
  id: string;
  signedByName: string;
  signedByPosition: string;
  signedOn: string;
  reviewOn: string;
  documentReference: string;
  officerConsulted: string;
  officerAdvice: string;
  recordedAt: string;
  recordedBy: string;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  withdrawalReason: string | null;
}

export interface SchoolDeviceRow {
  id: string;
  make: string;
  model: string;
  serial: string | null;
  label: string;
  addedAt: string;
  addedBy: string | null;
  retiredAt: string | null;
}

export interface ChannelRow {
  id: string;
  name: string;
  kind: string;
  audience: 'public' | 'closed';
  profile: 'strict' | 'standard';
  maxLongEdgePx: number;
  namesAllowed: Flag;
  noRecordMeans: 'refused' | 'permitted';
  state: 'applied' | 'open' | 'refused' | 'closed';
  aim: string;
  intendedAudience: string;
  promotion: string;
  audienceReason: string;
  policyUrl: string;
  accountUrl: string | null;
  appliedAt: string;
  appliedBy: string;
  reviewOn: string | null;
  closedAt: string | null;
  closedBy: string | null;
  closingReason: string | null;
}

export interface ChannelStaffRow {
  id: string;
  channelId: string;
  accountId: string;
  namedAt: string;
  namedBy: string;
  leftAt: string | null;
  handedOverTo: string | null;
  leftRecordedBy: string | null;
}

export interface ChannelReviewRow {
  id: string;
  channelId: string;
  outcome: 'approved' | 'refused' | 'kept-open';
  leaderName: string;
  leaderPosition: string;
  note: string;
  nextReviewOn: string | null;
  recordedAt: string;
  recordedBy: string;
}
