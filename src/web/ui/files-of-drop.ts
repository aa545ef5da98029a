/** The files of a drop, those inside dropped folders, too. */
export async function filesOfDrop(transfer: DataTransfer): Promise<readonly File[]> {
  // The browser empties the list when this function first waits, so the entries are taken out before.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory === true)) return plain;
  return (await Promise.all(entries.filter((entry) => entry !== null).map(filesOfEntry))).flat();
}

async function filesOfEntry(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    return [
      await new Promise<File>((resolve, reject) => {
        (entry as FileSystemFileEntry).file(resolve, reject);
      }),
    ];
  }
  const files: File[] = [];
  for (const child of await listEntries(entry as FileSystemDirectoryEntry)) files.push(...(await filesOfEntry(child)));
  return files;
}

/** A folder is read a part at a time, until a part is empty. */
async function listEntries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) return all;
    all.push(...part);
  }
}
