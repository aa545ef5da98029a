import { z } from 'zod';
import { roles } from '../policy/words/role.ts';
import { channelId, day, id, line, moment, paragraph, webAddress } from './common.ts';
import { endpoint, json, nothing } from './endpoint.ts';

const everybody = roles;
const share = z.number().min(0, 'must be 0 to 1').max(1, 'must be 0 to 1');
const days = (most: number) =>
  z.int('must be whole days').min(1, 'must be at least 1').max(most, `must be at most ${most}`);
const optionalLine = (max: number) => line(max).nullable();

const schoolFields = {
  name: line(200),
  urn: z
    .string()
    .regex(/^\d{6}$/, 'must be six digits')
    .nullable(),
  address: paragraph(500).nullable(),
  websiteUrl: webAddress.nullable(),
  policyUrl: webAddress.nullable(),
  dataProtectionContact: optionalLine(300),
  safeguardingContact: optionalLine(300),
  complaintsContact: optionalLine(300),
  language: z.enum(['en', 'cy']),
};

/** What verdicts depend on, without its version and the devices, which are kept by themselves. */
export const policyRules = z.strictObject({
  match: z.strictObject({ likely: share, possible: share, nearTie: share, recognisablePx: z.int().min(8).max(512) }),
  faces: z.strictObject({ certain: share }),
  prominence: z.strictObject({ faceShare: share, frontality: share }),
  attire: z.strictObject({ swimwear: share, water: share, nudity: share }),
  text: z.strictObject({ readable: share }),
  copyrightHolders: z.array(line(200)).max(50),
});

/** How long things are kept and when they are due, in days. */
export const policyHandling = z.strictObject({
  pupilListMaxAgeDays: days(90),
  originalGraceDays: days(90),
  undecidedDays: days(365),
  releaseDays: days(3_650),
  leaverDays: days(3_650),
  importDays: days(365),
  takedownDueDays: days(30),
  consentWarningDays: days(180),
  referenceWarningDays: days(365),
  referenceReviewDays: days(730),
  uploadQuestions: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens'),
        question: line(200),
        expected: z.enum(['yes', 'no']),
      }),
    )
    .max(20, 'must have at most 20 questions'),
});

const policyVersion = z.strictObject({
  id,
  number: z.int(),
  rules: policyRules,
  handling: policyHandling,
  reason: z.string(),
  createdAt: moment,
  createdBy: z.strictObject({ id, displayName: z.string() }).nullable(),
});

const signOffFields = {
  signedByName: line(100),
  signedByPosition: line(100),
  signedOn: day,
  reviewOn: day,
  documentReference: line(300),
  officerConsulted: line(200).meta({ description: 'The data protection officer who was asked.' }),
  officerAdvice: paragraph(2_000).min(1, 'must not be empty'),
};

const signOff = z.strictObject({ id, ...signOffFields, recordedAt: moment, withdrawnAt: moment.nullable() });

const deviceFields = { make: line(100), model: line(100), serial: line(100).nullable(), label: line(100) };
const device = z.strictObject({ id, ...deviceFields, addedAt: moment });

/** The school itself, its policy, the DPIA sign-off and its devices. */
export const setupEndpoints = {
  readProgress: endpoint({
    name: 'setup.readProgress',
    method: 'get',
    path: '/api/setup',
    summary: 'What is set up, what is missing and what to do next.',
    roles: ['admin'],
    answer: json(
      z.strictObject({
        openChannels: z.int(),
        devices: z.int(),
        moderators: z.int(),
        safeguardingLeads: z.int(),
        isMatchingOn: z.boolean(),
        warnings: z.array(
          z.strictObject({
            code: z.enum([
              'too-few-moderators',
              'no-safeguarding-lead',
              'no-open-channel',
              'no-devices',
              'dpia-review-due',
              'channel-review-due',
              'channel-short-of-staff',
            ]),
            message: z.string(),
            channelId: channelId.nullable(),
          }),
        ),
      }),
    ),
  }),
  readSchool: endpoint({
    name: 'setup.readSchool',
    method: 'get',
    path: '/api/school',
    summary: 'The school’s details.',
    roles: everybody,
    answer: json(z.strictObject(schoolFields)),
  }),
  changeSchool: endpoint({
    name: 'setup.changeSchool',
    method: 'put',
    path: '/api/school',
    summary: 'Change the school’s details.',
    roles: ['admin'],
    body: z.strictObject(schoolFields),
    answer: nothing,
  }),
  readPolicy: endpoint({
    name: 'setup.readPolicy',
    method: 'get',
    path: '/api/policy',
    summary: 'The policy in force.',
    roles: ['admin', 'dsl', 'moderator', 'office'],
    answer: json(policyVersion),
  }),
  listPolicyVersions: endpoint({
    name: 'setup.listPolicyVersions',
    method: 'get',
    path: '/api/policy/versions',
    summary: 'Every policy version, the newest first: each verdict cites one.',
    roles: ['admin', 'dsl'],
    answer: json(z.strictObject({ versions: z.array(policyVersion) })),
  }),
  addPolicyVersion: endpoint({
    name: 'setup.addPolicyVersion',
    method: 'post',
    path: '/api/policy/versions',
    summary: 'Make a new policy version, in force at once. Older ones stay for the verdicts that cite them.',
    roles: ['admin', 'dsl'],
    body: z.strictObject({
      basedOn: z.int().meta({ description: 'The number of the version that was changed.' }),
      rules: policyRules,
      handling: policyHandling,
      reason: line(500),
    }),
    answer: json(z.strictObject({ number: z.int() }), 201),
  }),
  readMatching: endpoint({
    name: 'setup.readMatching',
    method: 'get',
    path: '/api/dpia',
    summary: 'Whether face matching is on, and the sign-off it stands on.',
    roles: everybody,
    answer: json(z.strictObject({ isMatchingOn: z.boolean(), signOff: signOff.nullable() })),
  }),
  signOffDpia: endpoint({
    name: 'setup.signOffDpia',
    method: 'post',
    path: '/api/dpia',
    summary: 'Record the signed data protection impact assessment. This alone turns matching on.',
    roles: ['admin'],
    body: z.strictObject(signOffFields),
    answer: json(z.strictObject({ id }), 201),
  }),
  withdrawDpia: endpoint({
    name: 'setup.withdrawDpia',
    method: 'post',
    path: '/api/dpia/withdraw',
    summary: 'Withdraw the sign-off: matching is off at once.',
    roles: ['admin', 'dsl'],
    body: z.strictObject({ reason: line(500) }),
    answer: nothing,
  }),
  listDevices: endpoint({
    name: 'setup.listDevices',
    method: 'get',
    path: '/api/devices',
    summary: 'The school’s cameras, tablets and phones.',
    roles: ['admin', 'moderator', 'staff'],
    answer: json(z.strictObject({ devices: z.array(device) })),
  }),
  addDevice: endpoint({
    name: 'setup.addDevice',
    method: 'post',
    path: '/api/devices',
    summary: 'Add a school device. Photos from others are flagged once there is one.',
    roles: ['admin'],
    body: z.strictObject(deviceFields),
    answer: json(z.strictObject({ id }), 201),
  }),
  retireDevice: endpoint({
    name: 'setup.retireDevice',
    method: 'post',
    path: '/api/devices/:deviceId/retire',
    summary: 'Take a device off the list.',
    roles: ['admin'],
    params: z.strictObject({ deviceId: id }),
    answer: nothing,
  }),
} as const;
