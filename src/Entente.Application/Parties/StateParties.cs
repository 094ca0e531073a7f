using Entente.Actors.Identity;

namespace Entente.Application.Parties;

/// <summary>States as the codes of data files know them: whom measures of imported datasets are of.</summary>
internal static class StateParties
{
    /// <summary>The state that a code or a name means.</summary>
    /// <exception cref="WrongUseException">It means none.</exception>
    public static StateIdentity Of(StateCodes states, string where, string code) =>
        (states.ByCode(code) ?? states.Find(CodeSystem.Iso3, code) ?? states.Find(CodeSystem.Name, code)) is { } party
        && party.Kind is IdentityKind.State or IdentityKind.Territory or IdentityKind.Historical
            ? party
            : throw new WrongUseException(
                new InputProblem
                {
                    Where = where,
                    Found = $"'{code}'",
                    Expected = $"a state{(states.Nearest(CodeSystem.Name, code) is [var near, ..] ? $"; nearest: {near}" : "")}",
                }
            );

    /// <summary>States that differ.</summary>
    public static void Different(string where, params ReadOnlySpan<StateIdentity> parties)
    {
        for (var i = 0; i < parties.Length; i++)
        for (var j = 0; j < i; j++)
            if (parties[i].Id == parties[j].Id)
                throw new WrongUseException(
                    new InputProblem
                    {
                        Where = where,
                        Found = $"{parties[i].Code} twice",
                        Expected = "different states",
                    }
                );
    }
}
