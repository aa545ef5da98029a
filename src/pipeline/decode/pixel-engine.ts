import sharp from 'sharp';

// One thread a photo: the pool of screening processes already keeps every core busy. No cache: nothing of one photo may
// outlive it. Set here and nowhere else.
sharp.concurrency(1);
sharp.cache(false);

/** sharp with Photoward's process-wide settings. Everything in the pipeline takes it from here. */
export { sharp };
