namespace Entente.Reading.Formatted;

/// <summary>Addresses that a document links to, which anybody may have written: only what leads to a page or a letter is kept.</summary>
internal static class SafeAddress
{
    private const int Longest = 2_000;

    /// <summary>The address in the canonical form, which holds no sign that could end an attribute; null for `javascript:`, `data:`, paths and all else.</summary>
    public static string? Of(string? given)
    {
        if (given is null || given.Length > Longest)
            return null;
        // Browsers pass over white space and control signs within a scheme; an address with any is somebody's trick.
        var trimmed = given.Trim();
        foreach (var c in trimmed)
            if (char.IsControl(c) || char.IsWhiteSpace(c))
                return null;
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var address))
            return null;
        // A name and password in an address are there to make it look like another's.
        return address.Scheme switch
        {
            "http" or "https" when address.UserInfo.Length == 0 && address.Host.Length > 0 => address.AbsoluteUri,
            "mailto" when !trimmed.Contains('?', StringComparison.Ordinal) => address.AbsoluteUri,
            _ => null,
        };
    }
}
