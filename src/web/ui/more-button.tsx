import { useStrings } from '../strings/use-strings.ts';
import { Button } from './button.tsx';

/** Under a list that is read a page at a time: asks for the next page; nothing on the last one. */
export function MoreButton({
  from,
}: {
  readonly from: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}) {
  const { common } = useStrings();
  if (!from.hasNextPage) return null;
  return (
    <div className="row">
      <Button isPending={from.isFetchingNextPage} onPress={() => void from.fetchNextPage()}>
        {common.more}
      </Button>
    </div>
  );
}
