import { buildDescriptor } from './face-api/descriptor.ts';
import { buildLandmarks } from './face-api/landmarks.ts';
import type { Recipe } from './recipe.ts';

/** face-api's own nets, converted from TensorFlow.js; tests hold them to face-api's results. */
export const faceApiRecipes: readonly Recipe[] = [
  {
    id: 'faceapi_descriptor',
    from: 'faceApi',
    path: 'model/face_recognition_model.bin',
    licence: 'MIT',
    inputs: [
      {
        name: 'face',
        shape: ['batch', 150, 150, 3],
        meaning: 'RGB 0-255, interleaved; the aligned crop, black left and right or above and below until square',
      },
    ],
    outputs: [
      {
        name: 'descriptor',
        shape: ['batch', 128],
        meaning: 'description of the face, length about 1.2 to 1.5; compare by straight distance (under 0.6 is alike)',
      },
    ],
    limits: [
      "dlib's net: its author names FaceScrub, the VGG set and photos from the web, mostly adult public figures.",
      'Children are told apart badly: the limit of 0.6 that is usual for adults links many strangers of one age.',
      'How well it does for each ethnic group has not been measured here; others have found it uneven.',
    ],
    build: buildDescriptor,
  },
  {
    id: 'faceapi_landmark68',
    from: 'faceApi',
    path: 'model/face_landmark_68_model.bin',
    licence: 'MIT',
    inputs: [
      {
        name: 'face',
        shape: ['batch', 112, 112, 3],
        meaning: 'RGB 0-255, interleaved; the face box, black left and right or above and below until square',
      },
    ],
    outputs: [
      {
        name: 'points',
        shape: ['batch', 136],
        meaning:
          '68 points x, y as shares of the square input: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47, mouth 48-67',
      },
    ],
    limits: [
      'Trained on about 35,000 faces that its author does not name.',
      'How well it does on profiles has not been measured.',
    ],
    build: buildLandmarks,
  },
];
