import type { Uppy } from '@uppy/core';
import { sessionEndpoints } from '../../contract/sign-in.ts';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { apiErrorOf } from '../api/api-error.ts';
import { queryClient } from '../api/query-client.ts';
import { isUnderWay, withFile, type Sending, type SendingFile } from './sending.ts';

interface Sender {
  /** Undefined until the uploader was fetched. */
  uppy: Uppy | undefined;
  readonly files: Map<string, { readonly file: File; uppyId?: string }>;
  sending: Sending;
  /** Called when sending may go on. */
  waiting: (() => void)[];
}

const senders = new Map<string, Sender>();
const listeners = new Set<() => void>();
let lastId = 0;

function tell(): void {
  for (const listener of listeners) listener();
}

/** Leaving while files are under way asks first. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  if ([...senders.values()].some(({ sending }) => isUnderWay(sending))) event.preventDefault();
}

function goOn(sender: Sender): void {
  if (sender.sending.isPaused) return;
  const { waiting } = sender;
  sender.waiting = [];
  for (const go of waiting) go();
}

/** The line is back: what had given up is tried again. */
function onOnline(): void {
  for (const batchId of senders.keys()) photoSender.retry(batchId);
}

function change(sender: Sender, id: string, by: Partial<SendingFile>): void {
  sender.sending = withFile(sender.sending, id, by);
  tell();
}

function settle(batchId: string, sender: Sender, id: string, answer: { status: number; text: string } | undefined) {
  change(sender, id, outcomeOf(answer));
  // Asking who is signed in leads to the sign-in page; the photos stay here meanwhile.
  if (answer?.status === 401) void queryClient.invalidateQueries({ queryKey: [sessionEndpoints.read.name] });
  void queryClient.invalidateQueries({ queryKey: [uploadEndpoints.read.name, { params: { batchId } }] });
}

/** Who is signed in again, or waits a little, may send the same photo. */
const mayArriveLater: ReadonlySet<number> = new Set([401, 429]);

/** What the answer to one file means. */
function outcomeOf(answer: { readonly status: number; readonly text: string } | undefined): Partial<SendingFile> {
  if (answer === undefined || mayArriveLater.has(answer.status) || answer.status >= 500)
    return { state: 'failed', sent: 0 };
  const body = parse(answer.text);
  if (answer.status !== 202) return { state: 'refused', refusal: apiErrorOf(answer.status, body) };
  const parsed = uploadEndpoints.upload.answer.schema.safeParse(body);
  const [result] = parsed.data?.results ?? [];
  if (result === undefined) return { state: 'failed', sent: 0 };
  if (result.outcome === 'refused') return { state: 'refused', refusal: result.error };
  return { state: result.outcome === 'received' ? 'arrived' : 'already-there' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Only who uploads fetches the uploader. */
const loadUploader = () => import('./open-uppy.ts');

function openSender(batchId: string): Sender {
  const known = senders.get(batchId);
  if (known !== undefined) return known;
  if (senders.size === 0) {
    window.addEventListener('beforeunload', askBeforeLeaving);
    window.addEventListener('online', onOnline);
  }
  const sender: Sender = { sending: { files: [], isPaused: false }, waiting: [], uppy: undefined, files: new Map() };
  senders.set(batchId, sender);
  return sender;
}

/** Have these files sent. Without a line even the uploader cannot be fetched: then they did not arrive. */
async function handOver(batchId: string, sender: Sender, ids: readonly string[]): Promise<void> {
  let uploader: Awaited<ReturnType<typeof loadUploader>>;
  try {
    uploader = await loadUploader();
  } catch {
    for (const id of ids) change(sender, id, { state: 'failed' });
    return;
  }
  if (senders.get(batchId) !== sender) return;
  sender.uppy ??= uploader.openUppy(batchId, {
    gate: () =>
      new Promise((go) => {
        sender.waiting.push(go);
        goOn(sender);
      }),
    progress: (id, sent) => {
      change(sender, id, { sent, state: 'sending' });
    },
    answered: (id, answer) => {
      settle(batchId, sender, id, answer);
    },
  });
  for (const id of ids) {
    const kept = sender.files.get(id)!;
    kept.uppyId = uploader.addToUppy(sender.uppy, id, kept.file);
  }
  await sender.uppy.upload();
}

/**
 * Sends photos to batches and goes on while other pages are looked at. The service takes the same bytes once, so sending
 * a file again is always safe.
 */
export const photoSender = {
  /** Fetch the uploader before it is needed, while there is a line. */
  prepare: (): void => {
    loadUploader().catch(() => undefined);
  },
  /** Send files to a batch, besides those under way. */
  send: async (batchId: string, files: readonly File[]): Promise<void> => {
    const sender = openSender(batchId);
    const added = files.map((file): SendingFile => {
      const id = String((lastId += 1));
      sender.files.set(id, { file });
      return { id, name: file.name, bytes: file.size, sent: 0, state: 'waiting', refusal: null };
    });
    sender.sending = { ...sender.sending, files: [...sender.sending.files, ...added] };
    tell();
    const ids = added.map(({ id }) => id);
    await handOver(batchId, sender, ids);
  },
  pause: (batchId: string, isPaused: boolean): void => {
    const sender = senders.get(batchId);
    if (sender === undefined) return;
    sender.sending = { ...sender.sending, isPaused };
    goOn(sender);
    tell();
  },
  /** Try what did not arrive once more. */
  retry: (batchId: string): void => {
    const sender = senders.get(batchId);
    if (sender === undefined) return;
    const failed = sender.sending.files.filter(({ state }) => state === 'failed').map(({ id }) => id);
    for (const id of failed) change(sender, id, { state: 'waiting', sent: 0 });
    const known = failed.map((id) => sender.files.get(id)!.uppyId);
    for (const uppyId of known) if (uppyId !== undefined) void sender.uppy?.retryUpload(uppyId);
    const fresh = failed.filter((_, at) => known[at] === undefined);
    if (fresh.length > 0) void handOver(batchId, sender, fresh);
  },
  /** Forget what has ended. */
  close: (batchId: string): void => {
    senders.get(batchId)?.uppy?.destroy();
    senders.delete(batchId);
    if (senders.size === 0) {
      window.removeEventListener('beforeunload', askBeforeLeaving);
      window.removeEventListener('online', onOnline);
    }
    tell();
  },
  read: (batchId: string): Sending | undefined => senders.get(batchId)?.sending,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
