/** The English of the view Manual. */
export const manual = {
    title: 'Manual',
};
