/** What a pack can do in place of, or beside, the nets that are shipped. */
export type PackJob = 'detection' | 'matching';

/** A net that a school may add itself. It is never fetched unasked. */
export interface ModelPack {
  readonly id: string;
  readonly job: PackJob;
  /** Its name where it is published, and the address of the file there. */
  readonly file: string;
  readonly address: string;
  readonly sha256: string;
  /** Null where only the checksum is on record. */
  readonly bytes: number | null;
  readonly licence: 'MIT' | 'Apache-2.0';
  readonly author: string;
  /** What it is, what it was trained on as far as is known, and what it does badly, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Every pack Photoward knows. Others are refused: what is not in this list was not tried, or may not be used by
 * schools.
 */
export const modelPacks: readonly ModelPack[] = [
  {
    id: 'yunet-2026may',
    job: 'detection',
    file: 'face_detection_yunet_2026may.onnx',
    address:
      'https://github.com/opencv/opencv_zoo/raw/main/models/face_detection_yunet/face_detection_yunet_2026may.onnx',
    sha256: 'ebafce4e3c118d6554634be5c27ab333b4c047a9a8c3faf1d7cf93101c22f0f0',
    bytes: 229_738,
    licence: 'MIT',
    author: 'Shiqi Yu and contributors (OpenCV Zoo)',
    notes: [
      'Finds faces, above all small ones, beside the two nets that are shipped; docs/accuracy.md has the gain.',
      'Trained on WIDER FACE, whose photos come from the web and whose own terms are for research.',
    ],
  },
  {
    id: 'sface-2021dec',
    job: 'matching',
    file: 'face_recognition_sface_2021dec.onnx',
    address:
      'https://github.com/opencv/opencv_zoo/raw/main/models/face_recognition_sface/face_recognition_sface_2021dec.onnx',
    sha256: '0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79',
    bytes: 38_696_353,
    licence: 'Apache-2.0',
    author: 'Yaoyao Zhong, Weihong Deng and contributors (OpenCV Zoo)',
    notes: [
      'Describes faces in 128 numbers.',
      'Its training sets carry their own terms. How it does on children is not known.',
    ],
  },
  {
    id: 'auraface-v1',
    job: 'matching',
    file: 'glintr100.onnx',
    address: 'https://huggingface.co/fal/AuraFace-v1/resolve/main/glintr100.onnx',
    sha256: 'a7933ea5330113b01c9b60351d8f4c33003f145d8470ac5f0e52ee2effe25c60',
    bytes: null,
    licence: 'Apache-2.0',
    author: 'fal (AuraFace-v1)',
    notes: [
      'Describes faces in 512 numbers; a large net (about 261 MB), slow without a graphics card.',
      'Its training sets carry their own terms. How it does on children is not known.',
    ],
  },
];

/** The pack of that name, if there is one. */
export function findPack(id: string, packs: readonly ModelPack[] = modelPacks): ModelPack | undefined {
  return packs.find((pack) => pack.id === id);
}
