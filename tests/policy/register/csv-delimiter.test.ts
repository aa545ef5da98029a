import { describe, expect, it } from 'vitest';
import { findDelimiter } from '../../../src/policy/register/csv-delimiter.ts';

describe('findDelimiter', () => {
  it.each([
    ['id,name\n1;2;3,4', ','],
    ['id;name, first;class\n', ';'],
    ['id\tname\r\n', '\t'],
    ['id|name|class', '|'],
    ['id', ','],
    ['', ','],
    ['id;name,class\n', ','],
    ['"id,of,pupil";name\n', ';'],
    ['"a ""quoted, and, more"";";b;c', ';'],
    ['id\r;;;', ','],
    ['\n\r\n\nid;name\n', ';'],
    ['\uFEFF\nid;name\n', ';'],
    ['  \nid;name\n', ';'],
  ])('of %j is %j', (text, delimiter) => {
    expect(findDelimiter(text)).toEqual({ delimiter, text });
  });

  it.each([
    ['sep=;\nid;na,me', ';', '\nid;na,me'],
    ['SEP=|\r\nid|name', '|', '\r\nid|name'],
    ['"sep=,"\nid', ',', '\nid'],
    ['\uFEFFsep=;\nid;name', ';', '\nid;name'],
  ])('is what %j says, and that line is emptied', (text, delimiter, rest) => {
    expect(findDelimiter(text)).toEqual({ delimiter, text: rest });
  });

  it.each(['sep=;x\nid', 'id,sep=;\n', 'sep=;'])('is not said by %j', (text) => {
    expect(findDelimiter(text).text).toBe(text);
  });
});
