/**
 * What entries of the audit log are about, each with the beginnings of its actions ('consent' of 'consent/recorded').
 * Every action is about one of these.
 */
export const auditTopics = {
  permissions: ['consent', 'objection', 'biometric', 'document', 'reference', 'template'],
  register: ['pupil', 'guardian', 'import', 'export', 'restriction', 'contact-warning'],
  photos: ['batch', 'photo'],
  releases: ['release', 'takedown'],
  people: ['account'],
  school: ['school', 'channel', 'device', 'dpia', 'policy', 'webhook'],
  keeping: ['retention', 'backup', 'keys', 'audit'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AuditTopic = keyof typeof auditTopics;
