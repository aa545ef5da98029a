import { Uppy } from '@uppy/core';
import XHRUpload from '@uppy/xhr-upload';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { addressOf } from '../api/address-of.ts';

type Answer = { readonly status: number; readonly text: string };

/** What became of a file, by the id it was given to Uppy with; `answer` is undefined when none came. */
export interface UppyEvents {
  readonly progress: (id: string, sent: number) => void;
  readonly answered: (id: string, answer: Answer | undefined) => void;
  /** Waits while sending is paused, or there is no connection. */
  readonly gate: () => Promise<void>;
}

/** Three at a time fill a school's line; more would keep the pages themselves waiting. */
const atOnce = 3;
const firstWaitMs = 500;

const silent = { debug: () => undefined, warn: () => undefined, error: () => undefined };

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A lost line and a busy service are worth another try; a refusal is not. */
function isWorthRetrying({ status }: XMLHttpRequest): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** Sends files to a batch, each in a request of its own, some at once, up to four times with longer and longer waits. */
export function openUppy(batchId: string, events: UppyEvents): Uppy {
  const uppy = new Uppy({ logger: silent }).use(XHRUpload, {
    endpoint: addressOf(uploadEndpoints.upload, { params: { batchId } }),
    fieldName: uploadEndpoints.upload.upload.field,
    allowedMetaFields: [],
    limit: atOnce,
    timeout: 0,
    shouldRetry: isWorthRetrying,
    onBeforeRequest: async (_, retries) => {
      if (retries > 0) await wait(firstWaitMs * 2 ** retries * (1 + Math.random()));
      await events.gate();
    },
    getResponseData: ({ status, responseText }) => ({ status, text: responseText }),
  });
  uppy.on('upload-progress', (file, { bytesUploaded }) => {
    if (file !== undefined) events.progress(ownId(file), typeof bytesUploaded === 'number' ? bytesUploaded : 0);
  });
  uppy.on('upload-success', (file, { body }) => {
    if (file !== undefined) events.answered(ownId(file), body as unknown as Answer);
  });
  uppy.on('upload-error', (file, _, response) => {
    const request = response as unknown as XMLHttpRequest | undefined;
    const hasAnswer = request !== undefined && request.status > 0;
    if (file === undefined) return;
    events.answered(ownId(file), hasAnswer ? { status: request.status, text: request.responseText } : undefined);
  });
  return uppy;
}

/**
 * Give a file to Uppy; returns Uppy's id for it. Our own id goes where Uppy keeps the path, which makes Uppy's unique: the
 * service, not Uppy, knows which photos are the same. It is not sent.
 */
export function addToUppy(uppy: Uppy, id: string, file: File): string {
  return uppy.addFile({ name: file.name, type: file.type, data: file, meta: { relativePath: id } });
}

const ownId = ({ meta }: { readonly meta: { readonly relativePath?: string | null } }): string => meta.relativePath!;
