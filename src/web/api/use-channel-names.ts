import { channelEndpoints } from '../../contract/channels.ts';
import { useEndpoint } from './use-endpoint.ts';

/** What channels are called; until that is known, or where one is not listed, its id. */
export function useChannelNames(): (channelId: string) => string {
  const { data } = useEndpoint(channelEndpoints.list, {});
  return (channelId) => data?.channels.find(({ id }) => id === channelId)?.name ?? channelId;
}
