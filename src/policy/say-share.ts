/** A share from 0 to 1 as "12 in 100" or "3.2 in 1,000"; with a decimal where whole numbers of a thousand would say little. */
export function sayShare(share: number, of: 100 | 1000): string {
  const digits = of === 1000 && share < 0.01 ? 1 : 0;
  return `${(share * of).toFixed(digits)} in ${of === 1000 ? '1,000' : '100'}`;
}
