import { mergeUnknown } from '../../policy/merge-unknown.ts';
import type { Point } from '../../lib/geometry.ts';
import type { Evidence } from '../../policy/words/evidence.ts';
import type { Severity, Subject, Verdict, VerdictName } from '../../policy/words/finding.ts';

/** Something outlined on a picture. Positions are pixels of the upright photo. */
export interface Mark {
  /** Short text beside the outline: 'face 3'. */
  readonly label: string;
  readonly corners: readonly Point[];
  /** The gravest finding about it, or null when nothing was found about it. */
  readonly severity: Severity | null;
}

/** What a marked picture shows: outlines, and under the picture the verdict with its reasons. */
export interface Markings {
  readonly verdict: VerdictName;
  readonly marks: readonly Mark[];
  /** One line each. */
  readonly reasons: readonly { readonly severity: Severity; readonly text: string }[];
}

interface Outline {
  readonly label: Subject;
  readonly corners: readonly Point[];
}

function cornersOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function outlines({ faces, text, attire }: Evidence): Outline[] {
  return [
    ...(faces.status === 'observed' ? faces.value : []).map(({ box }, index): Outline => ({
      label: `face ${index + 1}`,
      corners: cornersOf(box),
    })),
    ...(text.status === 'observed' ? text.value : []).map(({ quad }, index): Outline => ({
      label: `text ${index + 1}`,
      corners: quad,
    })),
    ...(attire.status === 'observed' ? attire.value.people : []).map(({ box }, index): Outline => ({
      label: `person ${index + 1}`,
      corners: cornersOf(box),
    })),
  ];
}

/** Every face and text, and each person whom a finding is about; the reasons, as everyone may read them. Pure. */
export function markingsFor(evidence: Evidence, { verdict, findings }: Verdict): Markings {
  const open = findings.filter((finding) => finding.audience === 'everyone');
  const severityOf = (label: Subject): Severity | null =>
    // The judge sorts findings, the gravest first.
    open.find((finding) => finding.subject === label)?.severity ?? null;
  const marks = outlines(evidence).map((outline) => ({ ...outline, severity: severityOf(outline.label) }));
  return {
    verdict,
    marks: marks.filter((mark) => mark.severity !== null || !mark.label.startsWith('person')),
    reasons: mergeUnknown(open).map(({ severity, reason, subject }) => ({
      severity,
      text:
        subject === 'photo' || subject === 'file' || reason.toLowerCase().startsWith(subject)
          ? reason
          : `${subject}: ${reason}`,
    })),
  };
}
