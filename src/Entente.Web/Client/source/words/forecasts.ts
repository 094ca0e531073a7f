/** The English of the view Forecasts. */
export const forecasts = {
    title: 'Forecasts',
};
