export { findPack, modelPacks, type ModelPack, type PackJob } from '../../inference/packs/model-packs.ts';
