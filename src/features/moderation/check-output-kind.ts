/** The kind of job that makes a covered or cropped picture and checks it. Its payload is `{ outputId }`. */
export const checkOutputKind = 'check-output';
