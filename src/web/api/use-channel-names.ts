import { channelEndpoints } from '../../contract/channels.ts';
import { useEndpoint } from './use-endpoint.ts';

/** The open channels by id, and how to name any channel by its id. */
export function useChannelNames(): {
  readonly open: readonly { readonly id: string; readonly name: string }[];
  readonly nameOf: (channelId: string) => string;
} {
  const { data } = useEndpoint(channelEndpoints.list, {});
  const channels = data?.channels ?? [];
  return {
    open: channels.filter(({ state }) => state === 'open'),
    nameOf: (channelId) => channels.find(({ id }) => id === channelId)?.name ?? channelId,
  };
}
