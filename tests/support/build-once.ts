import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { buildPages } from './browser/build-pages.ts';
import { findChromium } from './browser/find-chromium.ts';
import { builtRoot } from './built-folders.ts';

const root = path.join(import.meta.dirname, '..', '..');
function transpile(folder: string): void {
  for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
    const source = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const output = path.join(builtRoot, path.relative(root, source)).replace(/\.ts$/, '.js');
    if ((statSync(output, { throwIfNoEntry: false })?.mtimeMs ?? 0) > statSync(source).mtimeMs) continue;
    const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), {
      fileName: source,
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    });
    mkdirSync(path.dirname(output), { recursive: true });
    writeFileSync(output, outputText);
  }
}

/** Runs once before all test files: the same sources, never a stale build. */
export default async function buildOnce(): Promise<void> {
  transpile('src');
  transpile(path.join('tests', 'support'));
  for (const name of ['models', 'package.json']) {
    rmSync(path.join(builtRoot, name), { recursive: true, force: true });
    symlinkSync(path.join(root, name), path.join(builtRoot, name));
  }
  if (findChromium() === undefined) {
    process.stderr.write(
      '\n*** No Chromium was found: THE TESTS OF THE WEB PAGES ARE LEFT OUT. Set CHROMIUM_PATH. ***\n\n',
    );
  } else await buildPages();
}
