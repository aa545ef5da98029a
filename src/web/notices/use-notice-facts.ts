import { channelEndpoints } from '../../contract/channels.ts';
import { operationsEndpoints } from '../../contract/operations.ts';
import { setupEndpoints } from '../../contract/setup.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { todayIso } from '../strings/today-iso.ts';
import type { NoticeFacts } from './notice-facts.ts';

/** The settings in force, once all of them have been read. */
export function useNoticeFacts(): {
  readonly facts: NoticeFacts | undefined;
  readonly error: Error | null;
  readonly refetch: () => void;
} {
  const school = useEndpoint(setupEndpoints.readSchool, {});
  const policy = useEndpoint(setupEndpoints.readPolicy, {});
  const matching = useEndpoint(setupEndpoints.readMatching, {});
  const channels = useEndpoint(channelEndpoints.list, {});
  const models = useEndpoint(operationsEndpoints.listModels, {});
  const reads = [school, policy, matching, channels, models];
  const isWhole = school.data && policy.data && matching.data && channels.data && models.data;
  return {
    facts: isWhole && {
      school: school.data,
      policy: policy.data,
      ...matching.data,
      channels: channels.data.channels.filter(({ state }) => state === 'open'),
      nets: models.data.nets,
      today: todayIso(),
    },
    error: reads.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => {
      for (const read of reads) if (read.error !== null) void read.refetch();
    },
  };
}
