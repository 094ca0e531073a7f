/** The English of the view Read. */
export const read = {
    title: 'Read',
};
