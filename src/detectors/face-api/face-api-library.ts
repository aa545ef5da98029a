import type { Box, Point } from '../../lib/geometry.ts';

/** The part of face-api that the engine uses, in its own words. face-api's published types need a browser's. */
export interface FaceApiLibrary {
  readonly tf: {
    tensor3d(data: Uint8Array, shape: readonly [number, number, number], type: 'int32'): FaceApiTensor;
    setBackend(name: string): Promise<boolean>;
    ready(): Promise<void>;
    getBackend(): string;
  };
  readonly nets: {
    readonly ssdMobilenetv1: FaceApiNet & {
      locateFaces(
        photo: FaceApiTensor,
        options: { readonly minConfidence: number; readonly maxResults: number },
      ): Promise<readonly FaceApiDetection[]>;
    };
    readonly faceLandmark68Net: FaceApiNet & { detectLandmarks(face: FaceApiTensor): Promise<FaceApiLandmarks> };
    readonly faceRecognitionNet: FaceApiNet & { computeFaceDescriptor(face: FaceApiTensor): Promise<Float32Array> };
  };
}

export interface FaceApiTensor {
  dispose(): void;
}

export interface FaceApiDetection {
  readonly score: number;
  readonly box: Box;
}

/** 68 points in pixels of the crop they were found in, plus the shift. */
export interface FaceApiLandmarks {
  readonly positions: readonly Point[];
  shiftBy(x: number, y: number): FaceApiLandmarks;
  align(box: null, options: { readonly useDlibAlignment: boolean }): Box;
}

interface FaceApiNet {
  readonly isLoaded: boolean;
  loadFromDisk(folder: string): Promise<void>;
}
