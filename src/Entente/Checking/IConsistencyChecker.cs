using Entente.Claims;
using Entente.Claims.Language;

namespace Entente.Checking;

/// <summary>Finds claims of one text that cannot all hold.</summary>
public interface IConsistencyChecker
{
    /// <summary>Smallest contradictory sets, in document order. Claims of different speakers (by key) are never put into one set.</summary>
    IReadOnlyList<Inconsistency> Find(IReadOnlyList<(Claim Claim, Expression Expression, string SpeakerKey)> claims);
}
