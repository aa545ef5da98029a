export { findPack, modelPacks, type ModelPack } from '../../inference/packs/model-packs.ts';
