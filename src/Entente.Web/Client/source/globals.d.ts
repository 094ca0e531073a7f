/** True in development builds (`node build.mjs --develop`). */
declare const DEVELOP: boolean;
