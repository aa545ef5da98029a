import { subjectRightsEndpoints } from '../../../src/contract/subject-rights.ts';
import { only, type RouteRow, type RouteWorld } from '../../support/service/route-rows.ts';
import { addPupil, restriction } from '../register/world.ts';

async function pupilOf({ service, fresh }: RouteWorld) {
  const schoolNumber = fresh();
  const pupilId = await addPupil(await service.signInAs('office'), schoolNumber);
  return { pupilId, schoolNumber };
}

/** The part of the route × role table about access and erasure. */
export const subjectRightsRows: readonly RouteRow[] = [
  {
    endpoint: subjectRightsEndpoints.copy,
    request: async (world) => {
      const { pupilId } = await pupilOf(world);
      await (await world.service.signInAs('dsl')).post(`/api/pupils/${pupilId}/restrictions`, restriction);
      return { params: { pupilId } };
    },
    expected: only(200, 'dsl'),
    forbidden: { office: ['Court'], moderator: ['Court'], admin: ['Court'], staff: ['Court'] },
  },
  {
    endpoint: subjectRightsEndpoints.erase,
    request: async (world) => {
      const { pupilId, schoolNumber } = await pupilOf(world);
      return { params: { pupilId }, body: { schoolNumber } };
    },
    expected: only(202, 'office', 'dsl'),
  },
  { endpoint: subjectRightsEndpoints.list, expected: only(200, 'office', 'dsl') },
  {
    endpoint: subjectRightsEndpoints.read,
    request: async (world) => {
      const { pupilId, schoolNumber } = await pupilOf(world);
      const dsl = await world.service.signInAs('dsl');
      const { id } = (await dsl.post(`/api/pupils/${pupilId}/erasure`, { schoolNumber })).json as { id: string };
      return { params: { erasureId: id } };
    },
    expected: only(200, 'office', 'dsl'),
  },
];
