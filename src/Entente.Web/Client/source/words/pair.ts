/** The English of the view Pair. */
export const pair = {
    title: 'Pair',
};
