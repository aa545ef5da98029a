/** What a camera writes into its files, for sharp. */
export interface PictureMetadata {
  readonly [directory: `IFD${number}`]: Readonly<Record<string, string>>;
}

/** The school's own camera. */
export const schoolDevice = { make: 'Panasonic', model: 'DMC-TZ70', serial: null } as const;

export const bySchoolCamera: PictureMetadata = { IFD0: { Make: schoolDevice.make, Model: schoolDevice.model } };

/** Somebody's own telephone, which says where it was. */
export const byTelephone: PictureMetadata = {
  IFD0: { Make: 'Fairphone', Model: 'FP4', Artist: 'J. Calloway' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 12/1 30/1', GPSLongitudeRef: 'W', GPSLongitude: '2/1 13/1 12/1' },
};
