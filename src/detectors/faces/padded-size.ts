/** The smallest size that holds a picture and whose sides are whole multiples of `step`, for nets that want such sides. */
export function paddedSize(
  { width, height }: { readonly width: number; readonly height: number },
  step: number,
): { readonly width: number; readonly height: number } {
  return { width: Math.ceil(width / step) * step, height: Math.ceil(height / step) * step };
}
