/** All that the page of a message is made of, in the order in which it stands there. */
export { default as Participants } from './Participants.astro';
export { default as Payload } from './Payload.astro';
export { default as Example } from './Example.astro';
export { default as Types } from './Types.astro';
export { default as Programs } from './Programs.astro';
export { default as Changes } from './Changes.astro';
