using Entente.Quantities;

namespace Entente.Tests.Claims.Extraction;

/// <summary>What the shipped catalogue and record make of a text: its assertions, in order.</summary>
internal static class Assertions
{
    public static IReadOnlyList<string> Of(string text, string published) =>
        [
            .. Installation
                .Check(Installation.Read(text + "\n", Period.Parse(published)))
                .Claims.Where(c => c.Claim.Assertion is not null)
                .Select(c => c.Claim.Assertion!),
        ];
}
