namespace Entente.Numerics.IdealPoints;

/// <summary>How a state's position is tied to those of the periods about it.</summary>
public enum PathPrior
{
    /// <summary>The model as it is written: a random walk, drawn whole, so that later votes bear on earlier positions too.</summary>
    Smoothed,

    /// <summary>
    /// As the program of Bailey, Strezhnev and Voeten does it: each position has the mean of the period before, as the sweep before left it, as its prior
    /// (the first that of the second), and later votes do not bear on it. Not the posterior of any one model; for comparison with their releases.
    /// </summary>
    OneSided,
}
