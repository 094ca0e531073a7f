using Entente.Claims;
using Entente.Claims.Language;

namespace Entente.Checking;

/// <summary>Finds claims of one text that cannot all hold.</summary>
public interface IConsistencyChecker
{
    /// <summary>Smallest contradictory sets among the claims of one text; claims of different speakers never share a set.</summary>
    IReadOnlyList<Inconsistency> Find(IReadOnlyList<(Claim Claim, Expression Expression, string SpeakerKey)> claims);
}
