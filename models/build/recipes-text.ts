import { foldOnnx } from './fold-onnx.ts';
import type { Recipe } from './recipe.ts';

// The package says MIT in package.json and holds no licence file; the nets are PaddleOCR's, published as Apache-2.0.
const licence = 'Apache-2.0 (PaddleOCR); package MIT';
const training = 'PaddleOCR names its training sets only in part; they are mostly Chinese and English, printed text.';

function text(file: string, recipe: Pick<Recipe, 'id' | 'inputs' | 'outputs' | 'limits' | 'companions'>): Recipe {
  return { ...recipe, from: 'ocrModels', path: file, licence, build: foldOnnx(file) };
}

/** PP-OCRv4: where text is, what it says, and whether a line stands on its head. */
export const textRecipes: readonly Recipe[] = [
  text('assets/ch_PP-OCRv4_det_infer.onnx', {
    id: 'ocr_detect',
    inputs: [
      {
        name: 'x',
        shape: ['batch', 3, 'height', 'width'],
        meaning:
          'BGR / 255, minus (0.485, 0.456, 0.406), over (0.229, 0.224, 0.225), planes; sides are multiples of 32',
      },
    ],
    outputs: [
      {
        name: 'sigmoid_0.tmp_0',
        shape: ['batch', 1, 'height', 'width'],
        meaning: 'probability that a pixel is in the shrunken middle of a line of text',
      },
    ],
    limits: [training, 'Letters under about 8 pixels, handwriting, strong curves and glare are missed.'],
  }),
  text('assets/ch_PP-OCRv4_rec_infer.onnx', {
    id: 'ocr_recognise',
    inputs: [
      {
        name: 'x',
        shape: ['batch', 3, 48, 'width'],
        meaning: 'one line of text, 48 pixels high, BGR (value / 255 - 0.5) / 0.5, planes, zeros to the right',
      },
    ],
    outputs: [
      {
        name: 'softmax_11.tmp_0',
        shape: ['batch', 'steps', 6625],
        meaning: 'probabilities a step: 0 is blank, 1-6623 the lines of ocr_keys.txt, 6624 a space',
      },
    ],
    companions: { 'ocr_keys.txt': 'assets/ppocr_keys_v1.txt' },
    limits: [training, 'Handwriting is read badly. Accented letters outside its dictionary come out as others.'],
  }),
  text('assets/ch_ppocr_mobile_v2.0_cls_infer.onnx', {
    id: 'ocr_direction',
    inputs: [
      {
        name: 'x',
        shape: ['batch', 3, 'height', 'width'],
        meaning: 'one line of text, usually 48 x 192, BGR (value / 255 - 0.5) / 0.5, planes',
      },
    ],
    outputs: [{ name: 'softmax_0.tmp_0', shape: ['batch', 2], meaning: 'probabilities: upright, upside down' }],
    limits: [training, 'Single letters and short words are guessed.'],
  }),
];
