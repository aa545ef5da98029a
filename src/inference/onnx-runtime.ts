import './without-telemetry.ts';

/** ONNX Runtime, which reports to nobody. It is loaded here and nowhere else. */
export { default as ort } from 'onnxruntime-node';
