import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { moderationEndpoints } from '../../contract/moderation.ts';
import { readOptions } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { PhotoReview } from './photo-review.tsx';
import { forgetPictures } from './pictures.ts';
import { usePlace } from './use-place.ts';
import { useQueueFilter } from './use-queue-filter.ts';
import './review.css';

const askAgainMs = 1_000;
const checking = ['received', 'screening'];

/** One photo, to decide. While it is being checked it is read again every second. */
export function PhotoPage() {
  const { photoId = '' } = useParams();
  const { reviewPhoto: words, review } = useStrings();
  const { carriedOn } = useQueueFilter();
  const place = usePlace(photoId);
  useEffect(() => forgetPictures, []);
  const photo = useQuery({
    ...readOptions(moderationEndpoints.read, { params: { photoId } }),
    refetchInterval: ({ state: { data } }) => {
      const isComparing = data?.drawnFaces.some(({ comparison }) => comparison === 'waiting') ?? false;
      return isComparing || checking.includes(data?.state ?? '') ? askAgainMs : false;
    },
  });
  return (
    <Loaded from={photo}>
      {(detail) => (
        <Page
          title={words.title(detail.batch.title)}
          tab={review.title}
          actions={<Link to={`/review${carriedOn}`}>{words.back}</Link>}
        >
          <PhotoReview photo={detail} place={place} />
        </Page>
      )}
    </Loaded>
  );
}
