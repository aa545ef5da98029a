interface Result {
  readonly outcome: string;
  readonly photoId: string | null;
  readonly error: { readonly code: string } | null;
}

export const resultsOf = (json: unknown): readonly Result[] => (json as { results: Result[] }).results;
