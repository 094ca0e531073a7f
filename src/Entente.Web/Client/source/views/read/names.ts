/** The last part of a path: what a reader calls a file. */
export const bareName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
