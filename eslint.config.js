import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'models/*.onnx', 'models/build/node_modules/', 'bench/peers/', 'data/', 'public/app/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 40, skipBlankLines: true, skipComments: true }],
      // Image and tensor code indexes typed arrays everywhere; `arr[i]!` states an invariant the loop already holds.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    // Texts and tables, not logic: they read best from top to bottom.
    files: ['src/web/strings/**', 'src/web/notices/**', 'tests/**/route-rows.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['tests/**', 'eval/**', 'bench/**', 'models/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
