namespace Entente.Numerics.Similarity;

/// <summary>
/// The coefficients of similarity, all of one family (Häge 2011, Political Analysis 19:287): 1 − D_o/D_e, where D_o is the mean distance of
/// the two units' categories and D_e the distance expected if they had nothing to do with each other. Distances are nominal (0 or 1),
/// linear (|k−l| / range) or quadratic (the square of that); the range is the scale's, not that of the categories seen.
/// </summary>
public enum Coefficient
{
    /// <summary>1 − D_o, linear, 0 to 1; for votes the mean of 1 − |x−y|/2 (Voeten). It is (S + 1)/2 and says the same.</summary>
    Agreement,

    /// <summary>S with absolute distances (Signorino and Ritter 1999, ISQ 43:115): D_e = ½. −1 to 1.</summary>
    SAbsolute,

    /// <summary>S with squared distances.</summary>
    SSquared,

    /// <summary>Cohen's κ (1960), nominal: D_e from the two units' own margins.</summary>
    KappaNominal,

    /// <summary>Weighted κ (Cohen 1968), linear distances.</summary>
    KappaLinear,

    /// <summary>Weighted κ, quadratic distances.</summary>
    KappaQuadratic,

    /// <summary>Scott's π (1955), nominal: D_e from the margins of both units together.</summary>
    PiNominal,

    /// <summary>π with linear distances.</summary>
    PiLinear,

    /// <summary>π with quadratic distances.</summary>
    PiQuadratic,

    /// <summary>A (Benati and Capurri 2026), absolute distances: S less the S of independent units with the same margins. −1 to 1.</summary>
    AAbsolute,

    /// <summary>A with squared distances.</summary>
    ASquared,

    /// <summary>Kendall's τ-b: concordant less discordant pairs of cases, ties taken out of each unit's share.</summary>
    TauB,
}

/// <summary>Why a coefficient has no value.</summary>
public enum Undefined
{
    /// <summary>There is no case (or no weight) that both units are known in.</summary>
    NoCases,

    /// <summary>Both units were always in one and the same category: chance alone is certain to agree, κ and π are 0/0.</summary>
    OneCategory,

    /// <summary>One of the two units was always in the same category: it has no order that the other's could follow.</summary>
    NeverVaries,
}
