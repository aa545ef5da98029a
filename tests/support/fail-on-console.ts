import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';

// Unexpected console output is a defect: it may carry personal data into a log. A test that expects some spies itself.
let spies: MockInstance[] = [];

beforeEach(() => {
  spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
});

afterEach(() => {
  const calls = spies.flatMap((spy) => spy.mock.calls.map((call) => call.map(String).join(' ')));
  for (const spy of spies) spy.mockRestore();
  expect(calls, 'unexpected console output').toEqual([]);
});
