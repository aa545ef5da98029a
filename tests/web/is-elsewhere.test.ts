import { describe, expect, it } from 'vitest';
import { isElsewhere } from '../../src/web/release/is-elsewhere.ts';

describe('whether a post lies elsewhere than the account of its channel', () => {
  it.each([
    ['https://www.facebook.com/oakfield/posts/1', 'https://facebook.com/oakfield', false],
    ['https://m.facebook.com/1', 'https://www.facebook.com/oakfield', false],
    ['https://news.oakfield.example/fair', 'https://www.oakfield.example', false],
    ['https://oakfield.example/fair', 'https://www.news.oakfield.example', false],
    ['https://x.com/oakfield/1', 'https://www.facebook.com/oakfield', true],
    ['https://notfacebook.com/1', 'https://facebook.com/oakfield', true],
    ['https://facebook.com.evil.example/1', 'https://facebook.com/oakfield', true],
    ['https://x.com/1', '', false],
    ['no address', 'https://facebook.com/oakfield', false],
  ])('%s, account %s: %s', (post, account, elsewhere) => {
    expect(isElsewhere(post, account)).toBe(elsewhere);
  });
});
