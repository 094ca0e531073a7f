/** The English of the view Shelf. */
export const shelf = {
    title: 'Shelf',
};
