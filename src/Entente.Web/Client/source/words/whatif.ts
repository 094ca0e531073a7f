/** The English of the view What if. */
export const whatif = {
    title: 'What if',
};
