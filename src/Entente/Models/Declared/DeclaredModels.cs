using Entente.Models.Bargaining;
using Entente.Models.Deterrence;
using Entente.Models.TwoFronts;
using Entente.Models.Voting;
using Entente.Models.Wedge;

namespace Entente.Models.Declared;

/// <summary>The models that an argument's file can name.</summary>
public static class DeclaredModels
{
    /// <summary>In the order of the pages.</summary>
    public static IReadOnlyList<IDeclaredModel> All { get; } =
    [
        new ThresholdDeterrence(),
        new DeterrenceByActor(),
        new SplitSurplus(),
        new OutsideOptions(),
        new WedgeStrategy(),
        new TwoFrontEffort(),
        new CouncilVote(),
    ];

    /// <summary>The model of a name, as its file writes it; null where there is none.</summary>
    public static IDeclaredModel? Named(string name)
    {
        foreach (var model in All)
            if (model.Name == name)
                return model;
        return null;
    }
}
