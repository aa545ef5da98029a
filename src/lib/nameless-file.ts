import { open, rm, stat } from 'node:fs/promises';

const heldPath = /^\/proc\/\d+\/fd\/\d+$/;

/** Whether a path is that of a file without a name, which can be written to but not given one. */
export function isNameless(path: string): boolean {
  return heldPath.test(path);
}

/** A file that lies on the disk without a name, for plain bytes that nobody may find later. */
export interface NamelessFile {
  /** Leads to it from this process and those that it started, until `close`. */
  readonly path: string;
  /** Write all of it. Returns how many bytes there were. */
  readonly fill: (bytes: AsyncIterable<Uint8Array>) => Promise<number>;
  readonly close: () => Promise<void>;
}

/**
 * A new file, readable by its owner alone, that loses the name `named` at once: the system frees it with the last process
 * that holds it open, so that also `kill -9` leaves nothing behind. Reached by its number in /proc; a system without that
 * keeps the name until `close`. Numbers are given out again: whoever was told the path must be done, or killed, by then.
 */
export async function openNameless(named: string): Promise<NamelessFile> {
  const handle = await open(named, 'wx+', 0o600);
  const held = `/proc/${process.pid}/fd/${handle.fd}`;
  const [own, found] = [await handle.stat(), await stat(held).catch(() => undefined)];
  const isHeld = found !== undefined && found.ino === own.ino && found.dev === own.dev;
  if (isHeld) await rm(named);
  return {
    path: isHeld ? held : named,
    fill: async (bytes) => {
      for await (const part of bytes) await handle.writeFile(part);
      return (await handle.stat()).size;
    },
    close: async () => {
      await handle.close();
      if (!isHeld) await rm(named, { force: true });
    },
  };
}
