import type { Uppy } from '@uppy/core';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { apiErrorOf } from '../api/api-error.ts';
import { queryClient } from '../api/query-client.ts';
import { isUnderWay, withFile, type Sending, type SendingFile } from './sending.ts';

interface Sender {
  readonly uppy: Uppy;
  sending: Sending;
  /** Called when sending may go on. */
  waiting: (() => void)[];
}

const senders = new Map<string, Sender>();
const listeners = new Set<() => void>();
let lastPath = 0;

function tell(): void {
  for (const listener of listeners) listener();
}

/** Leaving while files are under way asks first. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  if ([...senders.values()].some(({ sending }) => isUnderWay(sending))) event.preventDefault();
}

function goOn(sender: Sender): void {
  if (sender.sending.isPaused || !navigator.onLine) return;
  const { waiting } = sender;
  sender.waiting = [];
  for (const go of waiting) go();
}

/** The line is back: what waited goes on, and what had given up is tried again. */
function onOnline(): void {
  for (const [batchId, sender] of senders) {
    goOn(sender);
    photoSender.retry(batchId);
  }
}

function change(sender: Sender, id: string, by: Partial<SendingFile>): void {
  sender.sending = withFile(sender.sending, id, by);
  tell();
}

function settle(batchId: string, sender: Sender, id: string, answer: { status: number; text: string } | undefined) {
  change(sender, id, outcomeOf(answer));
  void queryClient.invalidateQueries({ queryKey: [uploadEndpoints.read.name, { params: { batchId } }] });
}

/** What the answer to one file means. */
function outcomeOf(answer: { readonly status: number; readonly text: string } | undefined): Partial<SendingFile> {
  if (answer === undefined || answer.status >= 500 || answer.status === 429) return { state: 'failed', sent: 0 };
  const body = parse(answer.text);
  if (answer.status !== 202) return { state: 'refused', message: apiErrorOf(answer.status, body).message };
  const parsed = uploadEndpoints.upload.answer.schema.safeParse(body);
  const [result] = parsed.data?.results ?? [];
  if (result === undefined) return { state: 'failed', sent: 0 };
  if (result.outcome === 'refused') return { state: 'refused', message: result.error?.message ?? '' };
  return { state: result.outcome === 'received' ? 'arrived' : 'already-there' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function openSender(batchId: string): Promise<Sender> {
  // Only who uploads fetches the uploader.
  const { openUppy } = await import('./open-uppy.ts');
  const known = senders.get(batchId);
  if (known !== undefined) return known;
  const sender: Sender = {
    sending: { files: [], isPaused: false },
    waiting: [],
    uppy: openUppy(batchId, {
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
    }),
  };
  if (senders.size === 0) {
    window.addEventListener('beforeunload', askBeforeLeaving);
    window.addEventListener('online', onOnline);
  }
  senders.set(batchId, sender);
  return sender;
}

/**
 * Sends photos to batches and goes on while other pages are looked at. The service takes the same bytes once, so sending
 * a file again is always safe.
 */
export const photoSender = {
  /** Send files to a batch, besides those under way. */
  send: async (batchId: string, files: readonly File[]): Promise<void> => {
    const sender = await openSender(batchId);
    const added = files.map((file): SendingFile => {
      // The path makes its id unique: the service, not Uppy, knows which photos are the same. It is not sent.
      const meta = { relativePath: String((lastPath += 1)) };
      const id = sender.uppy.addFile({ name: file.name, type: file.type, data: file, meta });
      return { id, name: file.name, bytes: file.size, sent: 0, state: 'waiting', message: null };
    });
    sender.sending = { ...sender.sending, files: [...sender.sending.files, ...added] };
    tell();
    await sender.uppy.upload();
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
    const failed = sender?.sending.files.filter(({ state }) => state === 'failed') ?? [];
    for (const { id } of failed) {
      change(sender!, id, { state: 'waiting', sent: 0 });
      void sender!.uppy.retryUpload(id);
    }
  },
  /** Forget what has ended. */
  close: (batchId: string): void => {
    senders.get(batchId)?.uppy.destroy();
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
