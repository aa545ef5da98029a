/** Parts a word from the figures it was run together with: 'ELLA10' → 'ELLA_10', '4BElla' → '4B_Ella'. */
export function partFigures(text: string): string {
  return text.replace(/(\p{L}{2})(\d)/gu, '$1_$2').replace(/(\d)(\p{L}{2})/gu, '$1_$2');
}
