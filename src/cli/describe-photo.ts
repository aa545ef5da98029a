import type { Evidence, EvidenceItem, Face, FaceMatch, MatchCandidate } from '../policy/words/evidence.ts';
import type { Finding, Verdict } from '../policy/words/finding.ts';
import type { CheckedPhoto } from './check-photos.ts';

type Unless<Item> = Exclude<Item, { readonly status: 'observed' }>;
type ShownFace = Pick<Face, 'box' | 'score' | 'landmarks' | 'sizePx' | 'frontality' | 'sharpness'> &
  Pick<FaceMatch, 'incomparable'> & { readonly candidates: readonly Pick<MatchCandidate, 'pupil' | 'score'>[] };

/**
 * Evidence as anybody at the command line may see it: each face with whom it is like, and without how likely nudity is,
 * which is for the safeguarding lead alone.
 */
type OpenEvidence = Omit<Evidence, 'nudity' | 'faces'> & {
  readonly faces: Unless<Evidence['faces']> | EvidenceItem<readonly ShownFace[]>;
  readonly nudity: Unless<Evidence['nudity']> | { readonly status: 'observed' };
};

/** One line of `photoward check --json`. */
export interface PhotoLine {
  readonly file: string;
  readonly verdict: Verdict['verdict'];
  readonly findings: readonly Pick<Finding, 'code' | 'severity' | 'subject' | 'reason' | 'pupils'>[];
  readonly coverage: Verdict['coverage'];
  readonly policyVersion: string;
  readonly evidence: OpenEvidence;
  readonly clean: {
    readonly file: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly drawn: string | null;
  /** Milliseconds for each stage. */
  readonly timings: Readonly<Record<string, number>>;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** Findings that everybody may read. One for the safeguarding lead alone always has an open one beside it. */
export function openFindings({ findings }: Verdict): Finding[] {
  return findings.filter((finding) => finding.audience === 'everyone');
}

function facesWithCandidates({ faces, match }: Evidence): OpenEvidence['faces'] {
  if (faces.status !== 'observed') return faces;
  const matches = match.status === 'observed' ? match.value.faces : [];
  const nobody = { incomparable: null, candidates: [] };
  const value = faces.value.map(({ box, score, landmarks, sizePx, frontality, sharpness }, index) => {
    const { incomparable, candidates } = matches[index] ?? nobody;
    return {
      ...{ box, score, landmarks, sizePx, frontality, sharpness, incomparable },
      candidates: candidates.map(({ pupil, score: likeness }) => ({ pupil, score: likeness })),
    };
  });
  return { ...faces, value };
}

function openEvidence(evidence: Evidence): OpenEvidence {
  const { nudity } = evidence;
  return {
    ...evidence,
    faces: facesWithCandidates(evidence),
    nudity: nudity.status === 'observed' ? { status: 'observed' } : nudity,
  };
}

function cleanOf({ cleanFile, screened }: CheckedPhoto): PhotoLine['clean'] {
  const { clean } = screened.evidence;
  if (cleanFile === null || clean.status !== 'observed') return null;
  const { sha256, bytes, width, height } = clean.value;
  return { file: cleanFile, sha256, bytes, width, height };
}

/** What is printed about a photo for other programs. */
export function describePhoto(photo: CheckedPhoto): PhotoLine {
  const { file, verdict, screened, drawnFile, error } = photo;
  const timings = Object.entries(screened.timings).map(([stage, tookMs]) => [stage, Math.round(tookMs * 10) / 10]);
  return {
    file,
    verdict: verdict.verdict,
    findings: openFindings(verdict).map(({ code, severity, subject, reason, pupils }) => ({
      ...{ code, severity, subject, reason },
      ...(pupils === undefined ? {} : { pupils }),
    })),
    coverage: verdict.coverage,
    policyVersion: verdict.policyVersion,
    evidence: openEvidence(screened.evidence),
    clean: cleanOf(photo),
    drawn: drawnFile,
    timings: Object.fromEntries(timings) as Record<string, number>,
    error,
  };
}
