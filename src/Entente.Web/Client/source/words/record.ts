/** The English of the view Record. */
export const record = {
    title: 'Record',
};
